import { onMachine } from './case-people';
import { GSD, MD2 } from './case-products';
import { CaseScript, utc } from './case-script';
import type { ConformanceCase, ConformanceFile } from './conformance-case';

/** The log of a day beside three copies of it, of which only one tells anything new. */
export function duplicateFiles(): ConformanceCase {
  const built = logOfTheDay();
  const [morning, afternoon] = built.files;
  if (morning === undefined || afternoon === undefined) throw new RangeError('A file is missing.');
  return { ...built, files: [morning, ...copiesOf(morning), exportOf(morning, afternoon)] };
}

function logOfTheDay(): ConformanceCase {
  const script = new CaseScript({
    name: 'duplicate-files',
    title:
      'One log lies there four times: whole, under another name, cut short, and as part of an export.',
    pitfalls: [9, 10],
    from: utc('2026-03-06T06:00Z'),
    to: utc('2026-03-06T16:00Z'),
  });
  const at = (time: string) => script.log().at(utc(`2026-03-06T${time}Z`));
  at('06:00').start();
  const anna = at('07:00').grant(MD2, onMachine('anna', 1));
  const bruno = at('07:30').grant(MD2, onMachine('bruno', 2));
  // Two lines that are equal to the letter, in one file: the program asked twice.
  const carla = at('08:00').grant(MD2, onMachine('carla', 3));
  const carlaToo = at('08:00').grant(MD2, onMachine('carla', 3), { sameClientAs: carla });
  at('08:30').refuse(MD2, onMachine('deniz', 4));
  const bolt = at('09:00').grant(GSD, onMachine('bruno', 2), { sameClientAs: bruno });
  at('09:30').detach(carla);
  at('10:00').detach(bruno);
  at('10:30').detachUnknown(GSD, onMachine('bruno', 2));

  at('12:00').rotate();
  at('12:00').detach(carlaToo);
  at('13:00').timeOut(bolt);
  at('14:00').detach(anna);
  const deniz = at('14:30').grant(MD2, onMachine('deniz', 4));
  at('15:00').detach(deniz);
  return script.build();
}

/** The whole file under the name of another hour, and one copied while its last line was written. */
function copiesOf({ text }: ConformanceFile): ConformanceFile[] {
  const cut = text.lastIndexOf('Detachment') + 'Detachment!!GSD!0000019CC'.length;
  return [
    { path: 'dsls/LicenseServer20260306070001.log', text },
    { path: 'dsls/LicenseServer20260306065959.log', text: text.slice(0, cut) },
  ];
}

/** An export of everything since 10:00 (Paris), which goes on where the log of the morning ends. */
function exportOf(morning: ConformanceFile, afternoon: ConformanceFile): ConformanceFile {
  const since = morning.text.indexOf('2026/03/06 10:00');
  return { path: afternoon.path, text: morning.text.slice(since) + afternoon.text };
}
