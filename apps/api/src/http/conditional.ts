import {
  applyDecorators,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiResponse } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { createHash } from 'node:crypto';
import { catchError, from, mergeMap, of, type Observable } from 'rxjs';
import { toWindows } from '../denials/denial-windows.query';
import { VERSION } from '../health/health-report';
import { CoverageReport } from '../observed/coverage-report';
import { Stores } from '../stores/stores';

type RawQuery = Readonly<Record<string, unknown>>;
type IsOfThePast = (query: RawQuery) => boolean;

const CONDITIONAL = Symbol('conditional');

/**
 * Whoever has the answer of a route already is not answered anew: 304 says that it is as it was, for
 * ranges that are over.
 *
 * @param isOfThePast for routes that also answer what is now.
 */
export const Conditional = (isOfThePast: IsOfThePast = () => true): MethodDecorator =>
  applyDecorators(
    SetMetadata(CONDITIONAL, isOfThePast),
    ApiResponse({ status: 304, description: 'As it was when If-None-Match was answered' }),
  );

/**
 * Answers If-None-Match before anything is computed. Lines that come late change the past, so no answer
 * is good for ever: its tag names what it was made of, and a cache has to ask each time.
 */
@Injectable()
export class ConditionalInterceptor implements NestInterceptor {
  private readonly reflector = new Reflector();

  constructor(
    private readonly stores: Stores,
    private readonly coverage: CoverageReport,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const isOfThePast = this.reflector.get<IsOfThePast | undefined>(
      CONDITIONAL,
      context.getHandler(),
    );
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    if (isOfThePast?.(request.query) !== true || !isOver(request.query)) return next.handle();
    const answer = (tag: string | undefined) =>
      tag === undefined
        ? next.handle()
        : answerUnlessKnown(tag, next, request, http.getResponse<Response>());
    // Stores may be missing, or not answer: what can be answered without them still is.
    const made = this.makeTag(request).catch(() => undefined);
    return from(made).pipe(mergeMap(answer));
  }

  private async makeTag({ originalUrl, headers }: Request): Promise<string> {
    const live = await this.stores.live();
    const lastEventId = await live.lastEventId();
    const parts = [
      VERSION,
      originalUrl,
      headers.accept,
      await (await this.stores.history()).revision(),
      await this.coverage.followedServers(),
    ];
    const hash = createHash('sha1').update(JSON.stringify(parts)).digest('base64url');
    return `W/"${lastEventId}-${hash}"`;
  }
}

function answerUnlessKnown(
  tag: string,
  next: CallHandler,
  request: Request,
  response: Response,
): Observable<unknown> {
  response.set({ ETag: tag, 'Cache-Control': 'private, no-cache', Vary: 'Accept' });
  // Express compares the tags, and makes a 304 of an answer that they fit.
  if (request.fresh) return of(undefined);
  return next.handle().pipe(
    catchError((error: unknown) => {
      for (const name of ['ETag', 'Cache-Control', 'Vary']) response.removeHeader(name);
      throw error;
    }),
  );
}

/**
 * Whether nothing of a range is still to come: also not what becomes of its last refusals. The
 * parameters are not checked yet; a wrong one makes no answer, and so no tag.
 */
function isOver({ to, retryMinutes }: RawQuery): boolean {
  if (typeof to !== 'string' || !/^\d{1,16}$/.test(to)) return false;
  const asked = typeof retryMinutes === 'string' ? Number(retryMinutes) : undefined;
  const { retryMs } = toWindows({ ...(asked === undefined ? {} : { retryMinutes: asked }) });
  return Number(to) + retryMs < Date.now();
}
