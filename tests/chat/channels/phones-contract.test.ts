import { channelContract } from './contract.ts';
import { phonesBench } from './phones.bench.ts';

channelContract('the rich phone', () => phonesBench('rich'));
channelContract('the poor phone', () => phonesBench('poor'));
