import { Menu, type MenuItemConstructorOptions } from 'electron';
import { createClient, listen } from '../src/contract/client.ts';
import { contract } from '../src/contract/contract.ts';
import type { Service } from '../src/service/service.ts';

const VIEW = ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'toggleDevTools'] as const;

const template = (history: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] => [
  { label: 'Ironstride', submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'quit' }] },
  { role: 'editMenu' },
  { label: 'History', submenu: history },
  { label: 'View', submenu: VIEW.map((role) => ({ role })) },
  { role: 'windowMenu' },
];

/**
 * Standard roles, and undo and redo by name, drawn anew when the history has changed. They have no keys here: the page hears a key
 * before the menu does, so Ctrl+Z in the page is the program's own undo, and the edit menu's is that of the text field one types in.
 */
export const installMenu = (service: Service): void => {
  const { history } = createClient(contract, service);
  const draw = async (): Promise<void> => {
    const reply = await history.list({ limit: 1 });
    const { canUndo, canRedo } = reply.ok ? reply.value : { canUndo: undefined, canRedo: undefined };
    const items: MenuItemConstructorOptions[] = [
      { label: canUndo === undefined ? 'Nothing to undo' : `Undo: ${canUndo}`, click: () => void history.undo({}) },
      { label: canRedo === undefined ? 'Nothing to redo' : `Redo: ${canRedo}`, click: () => void history.redo({}) },
      { type: 'separator' },
      { label: 'What was changed…', click: () => service.push({ kind: 'show', route: '/history' }) },
    ];
    Menu.setApplicationMenu(Menu.buildFromTemplate(template(items)));
  };
  listen(service, (message) => {
    if (message.kind === 'changed' && message.topics.includes('history')) void draw();
  });
  void draw();
};
