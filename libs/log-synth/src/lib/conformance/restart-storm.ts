import { onMachine } from './case-people';
import { GSD, MD2 } from './case-products';
import { CaseScript, utc } from './case-script';
import type { ConformanceCase } from './conformance-case';

/** A server that is stopped, crashes and comes up again, four times in a morning. */
export function restartStorm(): ConformanceCase {
  const script = new CaseScript({
    name: 'restart-storm',
    title: 'A server restarts four times in a morning: some clients go on, some never come back.',
    pitfalls: [4, 6, 19],
    from: utc('2026-03-02T07:00Z'),
    to: utc('2026-03-02T14:00Z'),
  });
  const at = (time: string) => script.log().at(utc(`2026-03-02T${time}Z`));
  at('07:00').start();
  const anna = at('07:10').grant(MD2, onMachine('anna', 1));
  const bruno = at('07:20').grant(MD2, onMachine('bruno', 2));
  at('07:30').grant(MD2, onMachine('carla', 3)); // silent: ends at 08:00
  const annaToo = at('07:40').grant(GSD, onMachine('anna', 1), { sameClientAs: anna });

  at('08:00').stop();
  at('08:00:40').start();
  const carlaAgain = at('08:05').grant(MD2, onMachine('carla', 3));
  at('08:30').grant(MD2, onMachine('deniz', 4)); // silent: ends at 09:10
  const emil = at('08:40').grant(MD2, onMachine('emil', 5));
  at('08:45').detach(bruno);

  at('09:10').start(); // After a crash: there is no line of a stop.
  const emilAgain = at('09:20').grant(MD2, onMachine('emil', 5), { sameClientAs: emil });
  at('09:25').grant(MD2, onMachine('fadil', 6)); // silent since the first of two restarts: 11:00
  at('09:30').detach(anna); // Longer after 08:00 than the grace: the line counts all the same.
  at('10:00').detach(carlaAgain);
  at('10:30').timeOut(annaToo);

  at('11:00').stop();
  at('11:01').start();
  at('11:20').stop();
  at('11:21').start();
  at('11:30').detach(emil);
  at('11:40').grant(MD2, onMachine('greta', 7)); // open at the end
  at('12:00').detach(emilAgain);
  return script.build();
}
