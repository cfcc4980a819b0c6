import { onMachine } from './case-people';
import { MD2 } from './case-products';
import { CaseScript, utc } from './case-script';
import type { ConformanceCase } from './conformance-case';

/**
 * A floating licence that is taken along for three days. The log shows a grant that stays open: it is
 * no lost one, for the limit leaves room for it, and it counts against the capacity all the time.
 */
export function offlineExtraction(): ConformanceCase {
  const script = new CaseScript({
    name: 'offline-extraction',
    title:
      'A licence that was taken offline for days is out of the pool although nobody may be at work.',
    pitfalls: [2, 21],
    from: utc('2026-03-17T07:00Z'),
    to: utc('2026-03-20T17:00Z'),
  });
  const at = (time: string) => script.log().at(utc(`2026-03-${time}Z`));
  at('17T07:00').start();
  script.reportCapacity(utc('2026-03-17T07:00Z'), [
    { product: MD2, seats: 2, expiresAt: utc('2027-03-31T10:00Z'), holders: [] },
  ]);
  const offline = at('17T08:00').grant(MD2, onMachine('lena', 1));
  for (const day of ['17', '18', '19']) {
    const morning = at(`${day}T09:00`).grant(MD2, onMachine('marek', 2)); // two of two
    at(`${day}T11:30`).refuse(MD2, onMachine('nadia', 3));
    at(`${day}T12:00`).detach(morning);
  }
  at('20T09:00').detach(offline); // after 73 hours
  const last = at('20T10:00').grant(MD2, onMachine('nadia', 3));
  at('20T16:00').detach(last);
  return script.build();
}
