import { Module } from '@nestjs/common';
import { OwnersController } from './owners.controller.ts';
import { OwnersService } from './owners.service.ts';

@Module({ controllers: [OwnersController], providers: [OwnersService] })
export class OwnersModule {}
