import { testStore } from '../support/store.ts';
import { play } from './play.ts';
import { scenes } from './scenes/index.ts';

/** The same scenes over Telegram's Bot API, fetched: the real channel and real HTTP. */
play(() => testStore(), scenes, { on: ['rich'], rich: 'polling' });
