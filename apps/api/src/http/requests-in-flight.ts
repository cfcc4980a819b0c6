import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { finished } from 'node:stream';
import { from, lastValueFrom, type Observable } from 'rxjs';

/**
 * Knows the requests that are being worked on. A client that leaves does not end the work on its
 * request, and a file is read on after its controller has returned: a store may be closed only then.
 */
@Injectable()
export class RequestsInFlight implements NestInterceptor {
  private readonly running = new Set<Promise<unknown>>();

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const answer = lastValueFrom(next.handle(), { defaultValue: undefined });
    const work = answer.then(untilRead, () => undefined).finally(() => this.running.delete(work));
    this.running.add(work);
    return from(answer);
  }

  /** Waits for the requests that have begun until now, not for those that begin meanwhile. */
  async whenDone(): Promise<void> {
    await Promise.all(this.running);
  }
}

function untilRead(answer: unknown): Promise<void> | undefined {
  if (!(answer instanceof StreamableFile)) return undefined;
  return new Promise((resolve) => {
    finished(answer.getStream(), () => resolve());
  });
}
