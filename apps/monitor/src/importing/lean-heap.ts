import { setFlagsFromString } from 'node:v8';

/**
 * Lets garbage be collected when the heap has grown by half. By itself it may grow fourfold first, as
 * long as there is memory: what an import holds is less than 50 MB, whatever it reads, and an import
 * stands beside other things on a machine.
 */
export function keepHeapLean(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
