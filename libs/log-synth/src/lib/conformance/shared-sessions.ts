import { onMachine } from './case-people';
import { MD2, XM2_FTA } from './case-products';
import { CaseScript, utc } from './case-script';
import type { ConformanceCase } from './conformance-case';

/** Programs of one person that share a licence, and those that do not. */
export function sharedSessions(): ConformanceCase {
  const script = new CaseScript({
    name: 'shared-sessions',
    title:
      'Programs of one person at one display share a licence; sessions and licences are two figures.',
    pitfalls: [5, 7, 19],
    from: utc('2026-03-05T07:00Z'),
    to: utc('2026-03-05T17:00Z'),
  });
  const at = (time: string) => script.log().at(utc(`2026-03-05T${time}Z`));
  at('07:00').start();
  const one = at('08:00').grant(MD2, onMachine('anna', 1));
  const two = at('08:10').grant(MD2, onMachine('anna', 1)); // another program: shared
  const nested = at('08:20').grant(MD2, onMachine('anna', 1), { sameClientAs: one }); // shared
  const addOn = at('08:25').grant(XM2_FTA, onMachine('anna', 1), { sameClientAs: one });
  const remote = at('08:30').grant(MD2, onMachine('anna', 1, 2)); // another display: not shared
  const bruno = at('08:40').grant(MD2, onMachine('bruno', 1)); // another person: not shared
  const lab = at('08:50').grant(MD2, onMachine('anna', 2)); // another machine: not shared
  at('08:54:59.999').detach(lab); // four in use, a millisecond short of five minutes
  at('09:00').detach(one); // the older one of its id; the licence stays with the others
  at('09:10').detach(two);
  at('09:20').detach(nested);
  at('09:30').detach(addOn);

  // A licence goes from hand to hand within a millisecond: two, never three.
  at('10:00:00.250').detach(remote);
  const carla = at('10:00:00.250').grant(MD2, onMachine('carla', 3));
  // For a millisecond's part there are three; in the order of the lines, too.
  const deniz = at('10:30').grant(MD2, onMachine('deniz', 4));
  at('10:30').detach(carla);
  at('11:00').detach(bruno);
  at('11:30').detach(deniz);
  // Exactly five minutes are enough.
  const emil = at('12:00').grant(XM2_FTA, onMachine('emil', 5));
  const fadil = at('12:01').grant(XM2_FTA, onMachine('fadil', 6));
  at('12:06').detach(emil);
  at('12:10').detach(fadil);
  return script.build();
}
