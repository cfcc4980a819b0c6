import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ServerHealthDto } from '@license-monitor/api-contract';
import { FOLLOW_COUNTS } from '@license-monitor/db';
import { HealthReport } from './health-report';
import { AnswersText } from '../openapi/answers';

/** Sums over the files of a server. */
const FILE_COUNTS = ['lines', 'events', 'messages', 'quarantined', 'duplicates'] as const;
const STATES = ['waiting', 'catchingUp', 'ok', 'degraded', 'stopped'] as const;

@ApiTags('probes')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly report: HealthReport) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @AnswersText(
    'text/plain',
    'The figures of /api/v1/health in the text form that Prometheus and its like collect.',
    'Figures of the monitors, by licence server: bytes, instants as epoch milliseconds, counts.',
  )
  async metrics(): Promise<string> {
    const { servers } = await this.report.make();
    const text = new MetricsText(servers);
    text.add('gauge', 'unread_bytes', (server) => server.bytesTotal - server.bytesRead);
    text.add('gauge', 'last_line_timestamp_ms', ({ lastLineAt }) => lastLineAt);
    text.add('gauge', 'monitor_report_timestamp_ms', ({ reportedAt }) => reportedAt);
    for (const state of STATES) {
      text.add('gauge', `state_${snake(state)}`, (server) => (server.state === state ? 1 : 0));
    }
    for (const name of FILE_COUNTS) text.add('counter', name, ({ totals }) => totals[name]);
    for (const name of FOLLOW_COUNTS) {
      text.add('counter', `follow_${snake(name)}`, ({ counts }) => counts?.[name] ?? null);
    }
    return text.toString();
  }
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The text exposition format: a figure that is not known is left out. */
class MetricsText {
  private readonly lines: string[] = [];

  constructor(private readonly servers: readonly ServerHealthDto[]) {}

  add(
    type: 'gauge' | 'counter',
    name: string,
    valueOf: (server: ServerHealthDto) => number | null,
  ): void {
    const fullName = `license_monitor_${name}${type === 'counter' ? '_total' : ''}`;
    this.lines.push(`# TYPE ${fullName} ${type}`);
    for (const server of this.servers) {
      const value = valueOf(server);
      if (value !== null) this.lines.push(`${fullName}{server=${quote(server.server)}} ${value}`);
    }
  }

  toString(): string {
    return `${this.lines.join('\n')}\n`;
  }
}

const quote = (text: string) =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
