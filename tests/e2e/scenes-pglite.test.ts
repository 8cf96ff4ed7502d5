import { testStore } from '../support/store.ts';
import { play } from './play.ts';
import { scenes } from './scenes/index.ts';

play(() => testStore(), scenes);
