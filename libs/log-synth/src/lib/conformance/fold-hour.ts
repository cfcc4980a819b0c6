import { onMachine } from './case-people';
import { MD2 } from './case-products';
import { CaseScript, utc } from './case-script';
import type { ConformanceCase } from './conformance-case';

/**
 * The hour that Paris reads twice, from 02:00 to 03:00 on 2025-10-26, and the one that it skips on
 * 2026-03-29. Comments give the wall clock; nothing but the order of the lines tells the passes apart.
 */
export function foldHour(): ConformanceCase {
  const script = new CaseScript({
    name: 'fold-hour',
    title:
      'The autumn hour comes twice and the spring hour not at all; sessions lie in and across them.',
    pitfalls: [13, 14],
    from: utc('2025-10-25T22:00Z'),
    to: utc('2026-03-29T04:00Z'),
  });
  const autumn = (time: string) => script.log().at(utc(`2025-10-${time}Z`));
  autumn('25T22:00').start();
  const anna = autumn('25T23:30').grant(MD2, onMachine('anna', 1)); // 01:30
  const bruno = autumn('26T00:10').grant(MD2, onMachine('bruno', 2)); // 02:10, first pass
  const carla = autumn('26T00:30').grant(MD2, onMachine('carla', 3)); // 02:30, first pass
  const deniz = autumn('26T00:45').grant(MD2, onMachine('deniz', 4)); // 02:45, first pass
  autumn('26T00:50').detach(bruno); // 02:50, first pass
  autumn('26T01:10').detach(carla); // 02:10, second pass: 40 minutes, not -20
  const emil = autumn('26T01:20').grant(MD2, onMachine('emil', 5)); // 02:20, second pass
  autumn('26T01:50').detach(emil); // 02:50, second pass
  autumn('26T01:55').detach(deniz); // 02:55, second pass: 70 minutes, not 10
  autumn('26T02:30').detach(anna); // 03:30: three hours, not two

  const spring = (time: string) => script.log().at(utc(`2026-03-${time}Z`));
  spring('28T23:00').start();
  const fadil = spring('29T00:30').grant(MD2, onMachine('fadil', 6)); // 01:30
  const greta = spring('29T00:59:59.999').grant(MD2, onMachine('greta', 7)); // 01:59:59:999
  spring('29T01:00').detach(greta); // 03:00:00:000, one millisecond later
  spring('29T01:30').timeOut(fadil); // 03:30: one hour, not two
  return script.build();
}
