/**
 * A stand-in for the Bot API in a process of its own that is also the people in the chats and the clock.
 * Environment: WARM and CHATS (how many chats are led through before and while measuring), IN_FLIGHT.
 * Prints its port; then, at each line on its input, leads one phase through (first the warm-up, then the measured one)
 * and prints a `PhaseResult` as JSON.
 */
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { percentile } from '../support/figures.ts';
import { botApi } from './bot-api.ts';
import { Feeder, type Measured } from './feeder.ts';

/** What the stub prints after a phase. Times in milliseconds. */
export interface PhaseResult extends Omit<Measured, 'latencies'> {
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the stub itself. */
  readonly cpu: number;
}

const feeder = new Feeder();
const warm = Number(process.env['WARM']);
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);
const phases = [numbers(1, warm), numbers(warm + 1, Number(process.env['CHATS']))];

const server = botApi(feeder).listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
const input = createInterface({ input: process.stdin });
input.on('line', async () => {
  const chats = phases.shift();
  if (!chats) return;
  const before = process.cpuUsage();
  const { latencies, ...rest } = await feeder.run(chats, Number(process.env['IN_FLIGHT']));
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1000;
  const result: PhaseResult = { ...rest, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), cpu };
  console.log(JSON.stringify(result));
});
// Our input ends with the process that started us.
input.on('close', () => process.exit());
