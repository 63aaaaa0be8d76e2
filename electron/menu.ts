import { Menu } from 'electron';

const VIEW = ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'toggleDevTools'] as const;

/**
 * Standard roles only. The page hears a key before the menu does, so Ctrl+Z in the page is the program's own undo,
 * and the menu's is that of the text field one is typing in.
 */
export const installMenu = (): void => {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: 'Ironstride', submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'quit' }] },
      { role: 'editMenu' },
      { label: 'View', submenu: VIEW.map((role) => ({ role })) },
      { role: 'windowMenu' },
    ]),
  );
};
