import {
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request } from 'express';
import { tap, type Observable } from 'rxjs';
import type { Contract } from './contract';

/** Compares every JSON answer of an API under test with its description, whatever the test is about. */
export class AnswerCheck implements NestInterceptor {
  readonly faults: string[] = [];

  constructor(private readonly contract: Contract) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { route } = context.switchToHttp().getRequest<Request & { route: { path: string } }>();
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    return next.handle().pipe(tap((body) => this.check(path, body)));
  }

  private check(path: string, body: unknown): void {
    // A stream writes by itself; files and text have no fields.
    if (typeof body !== 'object' || body instanceof StreamableFile) return;
    this.faults.push(...this.contract.faultsOf(path, 200, 'application/json', body));
  }
}
