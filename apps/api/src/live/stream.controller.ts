import { Controller, Get, Headers, Ip, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Response } from 'express';
import { ChangeFeed, type Batch } from './change-feed';
import { EventStream } from './event-stream';
import { StreamLimit } from './stream-limit';
import { IsWholeNumber } from '../http/whole-number';
import { Fails } from '../openapi/answers';
import { AnswersEvents } from '../openapi/answers-events';

export class StreamQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    description: 'Position to resume from, as the header Last-Event-ID',
  })
  @IsOptional()
  @IsWholeNumber(0, Number.MAX_SAFE_INTEGER)
  lastEventId?: number;
}

@ApiTags('stream')
@Controller('stream')
export class StreamController {
  constructor(
    private readonly feed: ChangeFeed,
    private readonly limit: StreamLimit,
  ) {}

  @Get()
  @AnswersEvents(
    'What changes, as server-sent events; ids are those of history events.',
    'The first message is the health; with a position to resume from, what was missed comes before it.',
  )
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Position to resume from' })
  @Fails('LM_STREAM_FULL')
  async stream(
    @Query() query: StreamQuery,
    @Headers('last-event-id') resumedAt: string | undefined,
    @Ip() address: string,
    @Res() response: Response,
  ): Promise<void> {
    // Left while the query was checked: nothing would ever tell us to clear up.
    if (response.closed) return;
    const leave = this.limit.enter(address);
    const since = parsePosition(resumedAt) ?? query.lastEventId ?? null;
    const early: Batch[] = [];
    let deliver = (batch: Batch): void => {
      early.push(batch);
    };
    const unsubscribe = this.feed.subscribe((batch) => deliver(batch));
    // Comes in any case, also where the answer is a problem.
    response.once('close', () => {
      unsubscribe();
      leave();
    });
    const greeting = await this.feed.greet(since);
    // Whoever left meanwhile will not close a second time.
    if (response.closed) return;
    const stream = new EventStream(response);
    response.once('close', () => stream.close());
    stream.send(greeting);
    deliver = (batch) => stream.send(batch);
    // What the greeting told already is not told again.
    early.filter(({ lastEventId }) => lastEventId > greeting.lastEventId).forEach(deliver);
  }
}

function parsePosition(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
