import type * as vscode from 'vscode';
import { type Api, activateWith } from './activate';

export const activate = (context: vscode.ExtensionContext): Api =>
  activateWith(context, async () => (await import('./desktop-client')).createDesktopClient(context));
