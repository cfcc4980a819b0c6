import { onMachine, onNode } from './case-people';
import { MD2, QAT } from './case-products';
import { CaseScript, utc } from './case-script';
import type { ConformanceCase } from './conformance-case';

/** Grants without an end, ends without a grant, and timeouts that come later than the real end. */
export function lostDetachments(): ConformanceCase {
  const script = new CaseScript({
    name: 'lost-detachments',
    title:
      'Ends are missing, late or uncertain: sessions have an age limit, a lower and an upper bound.',
    pitfalls: [2, 3],
    from: utc('2026-03-09T06:00Z'),
    to: utc('2026-03-12T06:00Z'),
    settings: { sessionTimeoutHours: { '*': 24, QAT: 6 } },
  });
  const at = (time: string) => script.log().at(utc(`2026-03-${time}Z`));
  // Tracing goes on in a new file: what was granted before is not known.
  at('09T06:00').rotate();
  at('09T06:00').poll();
  at('09T06:10').detachUnknown(MD2, onMachine('bruno', 2));
  at('09T06:20').timeOutUnknown(MD2, onMachine('carla', 3));
  at('09T07:00').grant(MD2, onMachine('anna', 1)); // no end: lost at 07:00 of the next day
  at('09T07:00').grant(QAT, onNode('ines', 1), { quantity: 8 }); // no end: lost at 13:00
  const bruno = at('09T08:00').grant(MD2, onMachine('bruno', 2));
  const carla = at('09T09:00').grant(MD2, onMachine('carla', 3));
  const deniz = at('09T10:00').grant(MD2, onMachine('deniz', 4));
  at('09T10:05').timeOut(deniz); // shorter than the heartbeat: it may have lasted no time
  at('09T12:00').timeOut(carla);
  at('09T13:30').detachUnknown(QAT, onNode('ines', 1)); // another session id: of an unknown grant
  at('10T14:00').detach(bruno); // after 30 hours: older than the limit, but the line tells
  const again = at('11T08:00').grant(MD2, onMachine('anna', 1));
  at('11T09:00').detach(again);
  at('11T20:00').grant(MD2, onMachine('emil', 5)); // open at the end, ten hours old
  at('12T01:00').grant(QAT, onNode('jonas', 2), { quantity: 3 }); // open at the end, five hours old
  return script.build();
}
