import { onMachine, onNode } from './case-people';
import { MD2, QAT, QCR, SRU_PLATFORM, SRU_V5 } from './case-products';
import { CaseScript, utc } from './case-script';
import type { ConformanceCase } from './conformance-case';

/** Tokens and credits of several quantities beside floating licences; sessions across both ends of the range. */
export function tokenMix(): ConformanceCase {
  const script = new CaseScript({
    name: 'token-mix',
    title:
      'Tokens and credits add up by quantity, beside floating licences and two products of one code.',
    pitfalls: [22, 31],
    from: utc('2026-03-03T08:00Z'),
    to: utc('2026-03-03T16:00Z'),
    lineEnd: '\r\n',
  });
  const at = (time: string) => script.log().at(utc(`2026-03-03T${time}Z`));
  at('07:00').start();
  const early = at('07:10').grant(QAT, onNode('ines', 1), { quantity: 12 });
  const night = at('07:30').grant(QAT, onNode('jonas', 2), { quantity: 5 });
  const reuse = at('07:40').grant(SRU_V5, onMachine('kaito', 1));
  at('07:50').detach(early); // Over before the range begins.

  const design = at('08:15').grant(MD2, onMachine('ines', 2));
  const jobOne = at('08:30').grant(QAT, onNode('ines', 1), { quantity: 8 });
  const jobTwo = at('08:31').grant(QAT, onNode('ines', 1), { quantity: 6 }); // tokens are not shared
  at('08:33').detach(jobTwo);
  const credits = at('08:40').grant(QCR, onNode('kaito', 3), { quantity: 20 });
  const unified = at('08:50').grant(SRU_PLATFORM, onNode('jonas', 2), { quantity: 50 });
  at('09:00').detach(reuse);
  at('09:30').timeOut(jobOne);
  at('10:00').detach(night);
  // The tokens of one job are handed to the next within a millisecond: never 50 + 50.
  at('11:00:00.500').detach(unified);
  const handedOver = at('11:00:00.500').grant(SRU_PLATFORM, onNode('ines', 1), { quantity: 50 });
  at('11:30').detach(credits);
  const more = at('12:00').grant(QCR, onNode('ines', 1), { quantity: 7 });
  at('12:00').grant(QCR, onNode('jonas', 2), { quantity: 9 }); // open at the end
  at('12:04').detach(more);
  at('13:00').detach(handedOver);
  at('13:30').detach(design);
  return script.build();
}
