/** Something that happens at an instant; told that instant (epoch ms). */
export type Task = (now: number) => void;

interface Appointment {
  readonly at: number;
  readonly order: number;
  readonly task: Task;
}

/**
 * What is going to happen, earliest first; tasks of one millisecond run in the order they were planned.
 * A binary heap: planning and taking cost O(log n).
 */
export class Agenda {
  readonly #heap: Appointment[] = [];
  #order = 0;

  /** How many tasks are planned. */
  get size(): number {
    return this.#heap.length;
  }

  /** Plans a task at an instant, epoch ms; fractions of a millisecond are dropped. */
  plan(at: number, task: Task): void {
    const appointment = { at: Math.floor(at), order: this.#order++, task };
    this.#heap.push(appointment);
    this.#rise(appointment, this.#heap.length - 1);
  }

  /** Takes the earliest task if it is before `limit` (exclusive, epoch ms). */
  takeBefore(limit: number): Appointment | undefined {
    const first = this.#heap[0];
    if (first === undefined || first.at >= limit) return undefined;
    const last = this.#heap.pop();
    if (last !== undefined && last !== first) this.#sink(last);
    return first;
  }

  #rise(moving: Appointment, from: number): void {
    let index = from;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = this.#heap[above];
      if (parent === undefined || isEarlier(parent, moving)) break;
      this.#heap[index] = parent;
      index = above;
    }
    this.#heap[index] = moving;
  }

  #sink(moving: Appointment): void {
    let index = 0;
    for (;;) {
      const below = this.#earlierChild(index);
      const child = this.#heap[below];
      if (child === undefined || isEarlier(moving, child)) break;
      this.#heap[index] = child;
      index = below;
    }
    this.#heap[index] = moving;
  }

  #earlierChild(index: number): number {
    const left = this.#heap[2 * index + 1];
    const right = this.#heap[2 * index + 2];
    const isRight = left !== undefined && right !== undefined && isEarlier(right, left);
    return 2 * index + (isRight ? 2 : 1);
  }
}

function isEarlier(one: Appointment, other: Appointment): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
