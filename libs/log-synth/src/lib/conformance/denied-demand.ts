import { onMachine } from './case-people';
import { GSD, MD2, NEVER_BOUGHT, XM2_FTA } from './case-products';
import { CaseScript, utc } from './case-script';
import type { ConformanceCase } from './conformance-case';

/** Refusals of all kinds, at the edges of the windows that make requests of them. */
export function deniedDemand(): ConformanceCase {
  const script = new CaseScript({
    name: 'denied-demand',
    title: 'Refusals are folded into requests, which were granted elsewhere, late, or never.',
    pitfalls: [16, 23, 28],
    from: utc('2026-03-04T07:00Z'),
    to: utc('2026-03-04T16:00Z'),
  });
  writeRequests(script);
  writeOtherRefusals(script);
  return script.build();
}

function writeRequests(script: CaseScript): void {
  const at = (time: string) => script.log().at(utc(`2026-03-04T${time}Z`));
  at('07:00').start();
  const holder = at('08:00').grant(MD2, onMachine('anna', 1));
  // One request of three refusals, no two of which are more than ten seconds apart: lost.
  at('09:00:00').refuse(MD2, onMachine('bruno', 2));
  at('09:00:04').refuse(MD2, onMachine('bruno', 2));
  at('09:00:13').refuse(MD2, onMachine('bruno', 2));
  // Eleven seconds apart: two requests, which one grant answers. They waited 600 s and 589 s.
  at('09:10:00').refuse(MD2, onMachine('carla', 3));
  at('09:10:11').refuse(MD2, onMachine('carla', 3));
  const carla = at('09:20:00').grant(MD2, onMachine('carla', 3));
  // Granted exactly five seconds after, and four seconds before: nobody waited.
  at('09:30:00').refuse(MD2, onMachine('deniz', 4));
  const deniz = at('09:30:05').grant(MD2, onMachine('deniz', 4));
  const emil = at('09:40:00').grant(MD2, onMachine('emil', 5));
  at('09:40:04').refuse(MD2, onMachine('emil', 5));
  // Granted exactly fifteen minutes after: delayed. A millisecond later: lost.
  at('09:50').refuse(MD2, onMachine('fadil', 6));
  const fadil = at('10:05').grant(MD2, onMachine('fadil', 6));
  at('10:10').refuse(MD2, onMachine('greta', 7));
  const greta = at('10:25:00.001').grant(MD2, onMachine('greta', 7));
  // The same person, spelled otherwise, asks at one machine and is granted at another: 240 s.
  at('11:00').refuse(MD2, onMachine('BRUNO', 8));
  const bruno = at('11:04').grant(MD2, onMachine('bruno', 9));
  // Another product is no answer.
  at('11:10').refuse(MD2, onMachine('hana', 10));
  const hana = at('11:10:02').grant(GSD, onMachine('hana', 10));
  for (const session of [holder, carla, deniz, emil, fadil, greta, bruno, hana]) {
    at('12:00').detach(session);
  }
}

function writeOtherRefusals(script: CaseScript): void {
  const at = (time: string) => script.log().at(utc(`2026-03-04T${time}Z`));
  at('13:00').refuse(MD2, onMachine('ivo', 11), 'not allowed by authorization rule');
  at('13:00:01').refuse(MD2, onMachine('ivo', 11), 'not allowed by authorization rule');
  at('13:10').refuse(MD2, onMachine('ivo', 11), 'client release is too high');
  at('13:20').refuse(GSD, onMachine('ivo', 11), 'license expired');
  at('13:21').refuse(GSD, onMachine('ivo', 11), 'server busy');
  // Never bought: what a client asks for by itself.
  at('13:30').refuse(NEVER_BOUGHT, onMachine('ivo', 11), 'no license enrolled');
  at('13:30:02').refuse(NEVER_BOUGHT, onMachine('ivo', 11), 'no license enrolled');
  at('13:40').refuse(NEVER_BOUGHT, onMachine('jana', 12), 'no license enrolled');
  // Owned, but always full: nobody was ever granted it, so its model is not known.
  at('14:00').refuse(XM2_FTA, onMachine('jana', 12));
  at('14:20').refuse(XM2_FTA, onMachine('ivo', 11));
}
