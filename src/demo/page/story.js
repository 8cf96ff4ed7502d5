import { clockWords, onLang, t } from './texts.js';

/** What a message says when a step of the story is done, and to whom. */
const steps = [
  { role: 'focal', is: /✅ (?:Sở Ngoại vụ đã nhận|The Department has received)/u },
  { role: 'officer', is: /(?:Nhu cầu mới|New need) NC-/u },
  { role: 'focal', is: /đề nghị bổ sung, hoàn thiện – NC-[\s\S]*Lý do:/u },
  { role: 'officer', is: /Đơn vị vừa sửa NC-/u },
  { role: 'focal', is: /🟢 đã tiếp nhận/u },
];

/** The steps of a need's way, ticked with the time as its messages come. */
export function createStory(list, elapsed) {
  let done = 0;
  let code = null;
  const items = steps.map(() => {
    const item = document.createElement('li');
    const label = document.createElement('span');
    const time = document.createElement('time');
    item.append(label, time);
    list.append(item);
    return { item, label, time };
  });

  function show() {
    for (const [at, { item, label }] of items.entries()) {
      label.textContent = t.steps[at];
      item.classList.toggle('done', at < done);
      if (at === done) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
    }
  }

  onLang(show);
  return {
    /** A new message of the bot to a role. */
    heard(role, text) {
      const found = /NC-\d{4}-\d{4}/u.exec(text)?.[0];
      const step = steps[done];
      if (!step || step.role !== role || !step.is.test(text) || (done > 0 && found !== code)) return;
      if (done === 0) code = found ?? null;
      items[done].time.textContent = clockWords(elapsed());
      done += 1;
      show();
    },
    done: () => done,
    /** The number of the need that is on its way. */
    code: () => code,
  };
}
