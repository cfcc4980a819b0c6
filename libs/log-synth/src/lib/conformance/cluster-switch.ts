import { onMachine, onNode } from './case-people';
import { MD2, QAT } from './case-products';
import { CaseScript, utc } from './case-script';
import type { ConformanceCase } from './conformance-case';

/**
 * The logs of three members of a failover cluster, whose clocks agree. One is down for an hour, which
 * leaves two: its sessions go on.
 */
export function clusterSwitch(): ConformanceCase {
  const script = new CaseScript({
    name: 'cluster-switch',
    title:
      'Three members write three logs of one pool: granted here, ended there, some lines told twice.',
    pitfalls: [10, 25, 31],
    from: utc('2026-03-10T06:00Z'),
    to: utc('2026-03-10T15:00Z'),
    settings: { cluster: true },
    folders: ['member-1', 'member-2', 'member-3'],
  });
  const on = (member: 1 | 2 | 3, time: string) =>
    script.log(member - 1).at(utc(`2026-03-10T${time}Z`));
  on(1, '06:00').start();
  on(2, '06:00:10').start();
  on(3, '06:00:20').start();

  // Told by one member each.
  const anna = on(1, '07:00').grant(MD2, onMachine('anna', 1));
  const bruno = on(2, '07:10').grant(MD2, onMachine('bruno', 2));
  const job = on(3, '07:20').grant(QAT, onNode('ines', 1), { quantity: 10 });
  // Told by two members: in the same millisecond, and some later.
  const carla = on(2, '07:30').grant(MD2, onMachine('carla', 3));
  on(3, '07:30').repeat('Grant', carla);
  const deniz = on(1, '07:40').grant(MD2, onMachine('deniz', 4));
  on(3, '07:40:00.004').repeat('Grant', deniz);
  // Granted by one member, ended by another.
  on(3, '08:30').detach(anna);
  // Lines of two members have an order by their time only: this one is later.
  const emil = on(2, '08:30:00.001').grant(MD2, onMachine('emil', 5));

  on(2, '09:00').stop();
  on(1, '09:05').detach(bruno);
  on(1, '09:20').detach(emil);
  on(3, '09:30').detach(carla);
  const fadil = on(3, '09:40').grant(MD2, onMachine('fadil', 6));
  on(1, '09:40:00.005').repeat('Grant', fadil);
  on(2, '10:00').start();
  on(1, '10:15').timeOut(job);

  on(1, '11:00').detach(deniz);
  on(3, '11:00:00.002').repeat('Detachment', deniz);
  const second = on(1, '11:30').grant(QAT, onNode('jonas', 2), { quantity: 4 });
  on(2, '11:30:00.001').repeat('Grant', second);
  on(1, '12:00').detach(second);
  on(2, '12:00').repeat('Detachment', second);
  on(2, '13:00').timeOut(fadil);
  on(2, '14:00').grant(MD2, onMachine('greta', 7)); // open at the end
  return script.build();
}
