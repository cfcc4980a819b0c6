import { onMachine } from './case-people';
import { IFW, MDG } from './case-products';
import { CaseScript, utc } from './case-script';
import type { ConformanceCase } from './conformance-case';

/** A product for named people beside a floating one; lines have the customer field of variant B. */
export function namedUsers(): ConformanceCase {
  const script = new CaseScript({
    name: 'named-users',
    title:
      'A named person counts once on any number of machines; a floating licence counts by machine.',
    pitfalls: [19, 20, 28],
    from: utc('2026-03-11T07:00Z'),
    to: utc('2026-03-11T17:00Z'),
    settings: { timeZone: 'Asia/Kolkata' },
    hasCustomer: true,
  });
  const at = (time: string) => script.log().at(utc(`2026-03-11T${time}Z`));
  at('07:00').start();
  const noor = at('08:00').grant(IFW, onMachine('noor', 1));
  const noorDesign = at('08:00').grant(MDG, onMachine('noor', 1), { sameClientAs: noor });
  const noorLab = at('08:30').grant(IFW, onMachine('NOOR', 2)); // the same person
  const noorLabDesign = at('08:31').grant(MDG, onMachine('NOOR', 2), { sameClientAs: noorLab });
  const zoe = at('09:00').grant(IFW, onMachine('zoë', 3));
  const zoeRemote = at('09:10').grant(IFW, onMachine('ZOË', 3, 2)); // the same person
  const zoeDesign = at('09:15').grant(MDG, onMachine('zoë', 3), { sameClientAs: zoe });
  const zoeRemoteDesign = at('09:20').grant(MDG, onMachine('ZOË', 3, 2), {
    sameClientAs: zoeRemote,
  });
  at('10:00').detach(noor); // Still there on the other machine.
  at('10:00').detach(noorDesign);
  at('10:30').timeOut(zoeDesign);
  at('10:40').detach(zoe);
  at('11:00').detach(noorLabDesign);
  at('11:00').detach(noorLab);
  const omar = at('11:30').grant(IFW, onMachine('omar', 4));
  at('12:00').detach(zoeRemoteDesign);
  at('12:00').detach(zoeRemote);
  at('12:00:00.001').detach(omar);
  at('13:00').grant(IFW, onMachine('noor', 1)); // open at the end
  return script.build();
}
