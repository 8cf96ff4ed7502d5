import { channelContract } from '../contract.ts';
import { webBench } from './web.bench.ts';

channelContract('the web chat', webBench);
