import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Response } from 'express';
import { ProblemError } from '../http/problem';
import { ChangeFeed, type Batch } from './change-feed';
import { EventStream } from './event-stream';
import { IsWholeNumber } from '../http/whole-number';

/** How many streams may be open at once. */
const MAX_STREAMS = 200;

export class StreamQuery {
  @ApiPropertyOptional({ description: 'Position to resume from, as the header Last-Event-ID' })
  @IsOptional()
  @IsWholeNumber(0, Number.MAX_SAFE_INTEGER)
  lastEventId?: number;
}

@ApiTags('stream')
@Controller('stream')
export class StreamController {
  constructor(private readonly feed: ChangeFeed) {}

  /** What changes, as server-sent events; ids are those of history events. */
  @Get()
  @ApiOkResponse({ description: 'text/event-stream of LiveMessages' })
  async stream(
    @Query() query: StreamQuery,
    @Headers('last-event-id') resumedAt: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    if (this.feed.listenerCount >= MAX_STREAMS) {
      throw new ProblemError('LM_STREAM_FULL', `${MAX_STREAMS} streams are open. Try again later.`);
    }
    const since = parsePosition(resumedAt) ?? query.lastEventId ?? null;
    const early: Batch[] = [];
    let deliver = (batch: Batch): void => {
      early.push(batch);
    };
    const unsubscribe = this.feed.subscribe((batch) => deliver(batch));
    response.on('close', unsubscribe);
    try {
      const greeting = await this.feed.greet(since);
      // Whoever left meanwhile will not close a second time: their stream would never be cleared.
      if (response.closed) return;
      const stream = new EventStream(response);
      response.on('close', () => stream.close());
      stream.send(greeting);
      deliver = (batch) => stream.send(batch);
      // What the greeting told already is not told again.
      early.filter(({ lastEventId }) => lastEventId > greeting.lastEventId).forEach(deliver);
    } catch (error) {
      // The stores are not ready: the caller is told, and must not stay subscribed.
      unsubscribe();
      throw error;
    }
  }
}

function parsePosition(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
