/** Long work in slices, so that a keystroke never waits for it. */

/** Milliseconds of work between two looks at what the editor says. */
const SLICE = 5;
/** While the author is at work, nothing must wait for a whole slice on each of its ways through the queue. */
const SLICE_WHILE_BUSY = 1;
const BUSY = 300;

export interface Running<T> {
  /** Undefined when the work was cancelled or failed; a failure has been logged. */
  readonly done: Promise<T | undefined>;
  readonly cancel: () => void;
}

interface Task {
  readonly step: () => boolean;
  readonly finish: () => void;
}

/** One at a time; what somebody waits for comes before what nobody asked for. */
export class Background {
  readonly #urgent: () => boolean;
  readonly #fail: (error: unknown) => void;
  readonly #tasks: Task[] = [];
  #idle: (() => void)[] = [];
  #scheduled = false;
  #disposed = false;
  #busy = Number.NEGATIVE_INFINITY;

  /** `urgent` runs at the start of every turn: the documents that the author is typing in; true when it did anything. */
  constructor(urgent: () => boolean, fail: (error: unknown) => void) {
    this.#urgent = urgent;
    this.#fail = fail;
  }

  /** Every `yield` of `work` is a place where it may pause. */
  run<T>(work: Generator<undefined, T>, awaited = false): Running<T> {
    let result: T | undefined;
    let resolve: (value: T | undefined) => void = () => {};
    const done = new Promise<T | undefined>((resolved) => {
      resolve = resolved;
    });
    const task: Task = {
      step: () => {
        const next = work.next();
        if (next.done === true) result = next.value;
        return next.done === true;
      },
      finish: () => resolve(result),
    };
    if (awaited) this.#tasks.unshift(task);
    else this.#tasks.push(task);
    this.wake();
    return { done, cancel: () => this.#remove(task) };
  }

  /** The editor asks for something, and will ask for more. */
  makeWay(): void {
    this.#busy = performance.now();
  }

  /** Makes sure that a turn follows; however often it is called, one does. */
  wake(): void {
    if (this.#scheduled || this.#disposed) return;
    this.#scheduled = true;
    setImmediate(() => this.#turn());
  }

  /** Resolves when there is nothing left to do. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idle.push(resolve);
      this.wake();
    });
  }

  dispose(): void {
    this.#disposed = true;
    for (const task of this.#tasks.splice(0)) task.finish();
    this.#tellIdle();
  }

  #turn(): void {
    this.#scheduled = false;
    if (this.#disposed) return;
    if (this.#guarded(this.#urgent) === true) this.makeWay();
    const start = performance.now();
    const end = start + (start - this.#busy < BUSY ? SLICE_WHILE_BUSY : SLICE);
    while (performance.now() < end) {
      const task = this.#tasks[0];
      if (task === undefined) break;
      const finished = this.#guarded(task.step) ?? true;
      if (finished) this.#remove(task);
    }
    if (this.#tasks.length > 0) this.wake();
    else this.#tellIdle();
  }

  #tellIdle(): void {
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  #remove(task: Task): void {
    const index = this.#tasks.indexOf(task);
    if (index < 0) return;
    this.#tasks.splice(index, 1);
    task.finish();
  }

  #guarded<T>(run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }
}
