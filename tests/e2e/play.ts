import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { height, screen } from '../../src/chat/fit.ts';
import { kinds, type Rich } from '../support/drivers/house.ts';
import type { TestStore } from '../support/store.ts';
import { type Scene, stages } from './stage.ts';

/** Plays scenes on every kind of phone (or those in `on`, the rich one being what `rich` says), on the database that `open` brings. Nothing may be logged as an error, and what was said fits a phone. */
export function play(
  open: () => Promise<TestStore>,
  scenes: readonly Scene[],
  { on = kinds, rich = 'phones' }: { readonly on?: readonly (typeof kinds)[number][]; readonly rich?: Rich } = {},
): void {
  const together = scenes.filter((scene) => !scene.alone);
  const once = async (run: (house: Awaited<ReturnType<typeof stages>>) => Promise<void>) => {
    const made = await open();
    const house = await stages(made.store, rich);
    try {
      await run(house);
    } finally {
      await house.close();
      await made.close();
    }
  };
  const act = async (house: Awaited<ReturnType<typeof stages>>, kind: (typeof kinds)[number], scene: Scene) => {
    const stage = await house.open(kind);
    await scene.play(stage);
    expect(stage.house.log.filter(({ level }) => level === 'error')).toEqual([]);
    for (const { driver } of [stage.focal, stage.officer]) {
      for (const { from, text, buttons } of await driver.read()) {
        // A menu that a poor phone writes out belongs to the buttons; the consent is the one text that may be longer.
        if (from === 'me' || text.includes('Trước khi liên kết')) continue;
        const said = stage.kind === 'poor' ? text.split(/\n(?=1\. )/u)[0]! : text;
        expect(height(said.split('\n')), `${said}\n${buttons.join(' ')}`).toBeLessThanOrEqual(screen.lines);
      }
    }
  };
  // A house for each kind of phone: each scene takes a commune of its own, and there are not enough for all in one.
  describe.each(on)('%s: in one house', (kind) => {
    let made: TestStore;
    let house: Awaited<ReturnType<typeof stages>>;
    beforeAll(async () => {
      made = await open();
      house = await stages(made.store, rich);
    });
    afterAll(async () => {
      await house?.close();
      await made?.close();
    });
    const scenesOf = together
      .filter((scene) => !scene.on || scene.on.includes(kind))
      .toSorted((a, b) => Number(a.last ?? false) - Number(b.last ?? false));
    test.each(scenesOf.map((scene) => [scene.name, scene] as const))('%s', (_, scene) => act(house, kind, scene));
  });
  for (const scene of scenes.filter(({ alone }) => alone)) {
    test.each(on.filter((kind) => !scene.on || scene.on.includes(kind)))(`%s: ${scene.name}`, (kind) =>
      once((house) => act(house, kind, scene)),
    );
  }
}
