import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { HealthReport } from './health-report';

/** For whatever supervises the process. Outside of /api/v1, as such things expect. */
@ApiTags('probes')
@Controller('health')
export class ProbesController {
  constructor(private readonly report: HealthReport) {}

  /** The process answers. */
  @Get('live')
  @ApiOkResponse({ description: 'The process answers' })
  live() {
    return { status: 'ok' };
  }

  /** The stores can be read; 503 with a problem while they cannot. */
  @Get('ready')
  @ApiOkResponse({ description: 'The stores can be read' })
  async ready() {
    await this.report.make();
    return { status: 'ok' };
  }
}
