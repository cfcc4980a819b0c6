// The log of a year that ends today: twenty products, as many people as make so many events.
import { closeSync, openSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../workspace.mjs';

const require = createRequire(import.meta.url);
const DAY_MS = 86_400_000;
const PRODUCTS = 20;
/** Events that a person of the simulated office makes in a year, as measured. */
const EVENTS_PER_PERSON = 2_300;
const TOKENS_OF_A_JOB = 16;
const LINES_AT_ONCE = 20_000;

/** Writes about so many events. */
export function writeYear(file, events) {
  const { SimulatedLicenseServer, officeScenario } = require(join(root, 'libs/log-synth'));
  const to = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const users = Math.ceil(events / EVENTS_PER_PERSON);
  const products = Array.from({ length: PRODUCTS }, (_, nth) => productOf(nth, users));
  const days = { from: to - 365 * DAY_MS, to };
  const scenario = officeScenario({ ...days, users, products, poll: null, rotatesWeekly: false });
  const server = new SimulatedLicenseServer(scenario, { keepSessions: false });
  const descriptor = openSync(file, 'w');
  for (let entry = server.next(), part = []; ; entry = server.next()) {
    if (entry) part.push(`${entry.text}\n`);
    if (!entry || part.length === LINES_AT_ONCE) {
      writeSync(descriptor, part.join(''));
      part = [];
    }
    if (!entry) break;
  }
  closeSync(descriptor);
}

/** The first ones are asked for most; a job takes many tokens. */
function productOf(nth, users) {
  const isToken = nth % 5 === 4;
  const licenses = Math.ceil((users * (PRODUCTS - nth)) / 450) + 4;
  return {
    code: `P${String(nth).padStart(2, '0')}`,
    editor: 'Dassault Systemes V5',
    model: isToken ? 'Token' : 'ConcurrentUser',
    pool: isToken ? licenses * TOKENS_OF_A_JOB : licenses,
    popularity: PRODUCTS - nth,
  };
}
