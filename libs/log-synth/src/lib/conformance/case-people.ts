import { machineOf, workplaceOf, type Workplace } from '../workplace';

/** A person at a Windows machine, which has a number and displays from 1 on. */
export function onMachine(user: string, machine: number, display = 1): Workplace {
  return workplaceOf(
    { user, account: accountOf(user) },
    machineOf('workstation', machine),
    display,
  );
}

/** A person's job on a compute node, which has a number and no display. */
export function onNode(user: string, node: number): Workplace {
  return workplaceOf({ user, account: accountOf(user) }, machineOf('node', node), 0);
}

/** Any number will do, but the same person has the same, however the name is spelled. */
function accountOf(user: string): number {
  const letters = [...user.toLowerCase()];
  return letters.reduce((sum, letter, index) => sum + letter.charCodeAt(0) * (index + 1), 1_000);
}
