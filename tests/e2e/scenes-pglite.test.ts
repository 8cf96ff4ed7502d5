import { testStore } from '../support/store.ts';
import { play } from './play.ts';
import { scenes } from './scenes/index.ts';

// The rich phone is Telegram: over its real channel, by fetching and by webhook, in the files beside this one.
play(() => testStore(), scenes, { on: ['web', 'poor'] });
