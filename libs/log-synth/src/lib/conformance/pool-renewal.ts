import type { CaseSession } from './case-facts';
import { onMachine } from './case-people';
import { GSD, MD2 } from './case-products';
import { CaseScript, utc } from './case-script';
import type { ConformanceCase } from './conformance-case';

/** A pool expires on a Monday at noon, and is renewed two hours later with a licence more. */
export function poolRenewal(): ConformanceCase {
  const script = new CaseScript({
    name: 'pool-renewal',
    title:
      'Two pools of one product add up; one expires and is renewed, so the share in use changes.',
    pitfalls: [23, 24],
    from: utc('2026-03-16T12:00Z'),
    to: utc('2026-03-16T23:00Z'),
    settings: { timeZone: 'America/Chicago' },
  });
  const at = (time: string) => script.log().at(utc(`2026-03-16T${time}Z`));
  at('12:00').start();
  const anna = at('12:10').grant(MD2, onMachine('anna', 1));
  const bruno = at('12:20').grant(MD2, onMachine('bruno', 2));
  const carla = at('12:40').grant(GSD, onMachine('carla', 3));
  report(script, '13:00', { old: 2, lasting: 1, shape: 1 }, [anna, bruno, carla]);
  const deniz = at('14:00').grant(MD2, onMachine('deniz', 4)); // three of three
  at('14:30').refuse(MD2, onMachine('emil', 5));
  at('14:35').detach(bruno);
  const emil = at('14:36').grant(MD2, onMachine('emil', 5)); // waited for six minutes
  at('15:00').detach(carla);
  report(script, '16:00', { old: 2, lasting: 1, shape: 1 }, [anna, deniz, emil]); // nothing new
  // 17:00: one of the pools is over, and three licences are in use of the one that is left.
  at('18:00').detach(emil);
  report(script, '19:00', { renewed: 3, lasting: 1, shape: 2 }, [anna, deniz]);
  const fadil = at('19:30').grant(MD2, onMachine('fadil', 6));
  const greta = at('20:00').grant(MD2, onMachine('greta', 7)); // four of four
  at('20:45').detach(fadil);
  at('21:00').detach(greta);
  const shape = at('21:10').grant(GSD, onMachine('carla', 3));
  const shapeToo = at('21:20').grant(GSD, onMachine('greta', 7)); // two of two
  at('21:50').detach(shape);
  at('22:00').timeOut(shapeToo);
  at('22:00').detach(anna);
  at('22:30').detach(deniz);
  return script.build();
}

/** Seats of the pools that there are; `shape` is the product that is not renewed but enlarged. */
interface Stock {
  readonly old?: number;
  readonly renewed?: number;
  readonly lasting: number;
  readonly shape: number;
}

function report(
  script: CaseScript,
  time: string,
  { old = 0, renewed = 0, lasting, shape }: Stock,
  holders: readonly CaseSession[],
): void {
  const holdersOf = (product: CaseSession['product'], from = 0, to = holders.length) =>
    holders.filter((session) => session.product === product).slice(from, to);
  // The pool that ends first is used up first.
  const inFirst = holdersOf(MD2, 0, old + renewed);
  const inLasting = holdersOf(MD2, old + renewed);
  const pools = [
    { product: MD2, seats: old, expiresAt: utc('2026-03-16T17:00Z'), holders: inFirst },
    { product: MD2, seats: renewed, expiresAt: utc('2027-03-16T17:00Z'), holders: inFirst },
    { product: MD2, seats: lasting, expiresAt: utc('2027-09-30T17:00Z'), holders: inLasting },
    { product: GSD, seats: shape, expiresAt: utc('2027-09-30T17:00Z'), holders: holdersOf(GSD) },
  ];
  script.reportCapacity(
    utc(`2026-03-16T${time}Z`),
    pools.filter(({ seats }) => seats > 0),
  );
}
