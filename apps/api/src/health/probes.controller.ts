import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ProbeDto } from '@license-monitor/api-contract';
import { HealthReport } from './health-report';
import { Answers } from '../openapi/answers';

/** For whatever supervises the process. Outside of /api/v1, as such things expect. */
@ApiTags('probes')
@Controller('health')
export class ProbesController {
  constructor(private readonly report: HealthReport) {}

  @Get('live')
  @Answers('ProbeDto', 'The process answers.')
  live(): ProbeDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @Answers('ProbeDto', 'The stores can be read; 503 with a problem while they cannot.')
  async ready(): Promise<ProbeDto> {
    await this.report.make();
    return { status: 'ok' };
  }
}
