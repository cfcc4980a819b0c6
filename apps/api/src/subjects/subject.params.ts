import type { SubjectKindDto } from '@license-monitor/api-contract';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsText } from '../http/text';

const KINDS: readonly SubjectKindDto[] = ['product', 'user', 'host'];

export class SubjectParams {
  @ApiProperty({ enum: KINDS, description: 'What it is' })
  @IsIn(KINDS)
  kind: SubjectKindDto = 'product';

  @ApiProperty({ type: String, description: 'Product code, or the name of a person or machine' })
  @IsText()
  key = '';
}
