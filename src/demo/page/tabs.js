import { onLang, t } from './texts.js';

const narrow = matchMedia('(max-width: 1079px)');

/** On a screen that has no room for all, the phones are tabs. `panels`: [name, element] in order. */
export function createTabs(list, panels) {
  const tabs = panels.map(([name, panel]) => {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.role = 'tab';
    tab.id = `tab-${name}`;
    tab.setAttribute('aria-controls', panel.id);
    const label = document.createElement('span');
    const news = document.createElement('span');
    news.className = 'news';
    news.hidden = true;
    tab.append(label, news);
    tab.addEventListener('click', () => choose(name));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const at = panels.findIndex(([one]) => one === name);
      const [other] = panels[(at + step + panels.length) % panels.length];
      choose(other);
      document.getElementById(`tab-${other}`).focus();
    });
    list.append(tab);
    return { name, tab, label, news, panel };
  });
  let chosen = panels[0][0];

  function choose(name) {
    chosen = name;
    show();
  }

  function show() {
    list.hidden = !narrow.matches;
    for (const { name, tab, news, panel } of tabs) {
      const is = name === chosen;
      tab.setAttribute('aria-selected', String(is));
      tab.tabIndex = is ? 0 : -1;
      panel.role = narrow.matches ? 'tabpanel' : 'region';
      panel.hidden = narrow.matches && !is;
      if (is) news.hidden = true;
    }
  }

  narrow.addEventListener('change', show);
  onLang(() => {
    for (const { name, label, news } of tabs) {
      label.textContent = t.names[name];
      news.textContent = t.fresh;
    }
  });
  show();
  return {
    choose,
    /** Something came to a phone that may not be seen now. */
    news(name) {
      const one = tabs.find((tab) => tab.name === name);
      if (one && narrow.matches && name !== chosen) one.news.hidden = false;
    },
    /** Where the story goes on. */
    next(name) {
      for (const { name: own, tab } of tabs) tab.classList.toggle('next', own === name && own !== chosen);
    },
  };
}
