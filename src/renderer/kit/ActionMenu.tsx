import type { ReactNode, RefObject } from 'react';
import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Text,
} from 'react-aria-components';
import { ChevronDown } from 'lucide-react';
import button from './Button.module.css';
import fields from './Fields.module.css';
import styles from './ActionMenu.module.css';

/** Something that can be done, with its key for those who never open the menu. */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly keys?: string | undefined;
  readonly isEnabled: boolean;
  readonly run: () => void;
}

export interface ActionGroup {
  readonly title: string;
  readonly actions: readonly Action[];
}

interface ActionListProps {
  readonly label: string;
  readonly groups: readonly ActionGroup[];
  readonly onClose?: () => void;
}

const ActionList = ({ label, groups, onClose }: ActionListProps) => {
  const actions = groups.flatMap((group) => group.actions);
  return (
    <Menu
      aria-label={label}
      className={styles['menu'] ?? ''}
      disabledKeys={actions.filter((one) => !one.isEnabled).map((one) => one.id)}
      onAction={(id) => actions.find((one) => one.id === id)?.run()}
      {...(onClose === undefined ? {} : { onClose })}
    >
      {groups.map((group) => (
        <MenuSection key={group.title} className={styles['group'] ?? ''}>
          <Header className={styles['title'] ?? ''}>{group.title}</Header>
          {group.actions.map((action) => (
            <MenuItem key={action.id} id={action.id} textValue={action.label} className={styles['item'] ?? ''}>
              <Text slot="label">{action.label}</Text>
              {action.keys !== undefined && <kbd className={styles['keys']}>{action.keys}</kbd>}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </Menu>
  );
};

interface ActionMenuProps {
  readonly label: string;
  /** Asked for when the menu is opened, where what can be done changes with every step. */
  readonly groups: readonly ActionGroup[] | (() => readonly ActionGroup[]);
  readonly children: ReactNode;
}

const OpenedList = ({ label, groups }: Pick<ActionMenuProps, 'label' | 'groups'>) => (
  <ActionList label={label} groups={typeof groups === 'function' ? groups() : groups} />
);

/** A button that opens what can be done. */
export const ActionMenu = ({ label, groups, children }: ActionMenuProps) => (
  <MenuTrigger>
    <AriaButton className={`${button['button']} ${button['quiet']}`}>
      {children} <ChevronDown aria-hidden size={13} />
    </AriaButton>
    <Popover className={fields['popover'] ?? ''}>
      <OpenedList label={label} groups={groups} />
    </Popover>
  </MenuTrigger>
);

interface ContextMenuProps {
  readonly label: string;
  readonly groups: readonly ActionGroup[];
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** The same at the place that was pointed at. */
export const ContextMenu = ({ label, groups, anchor, onClose }: ContextMenuProps) => (
  <Popover
    isOpen
    triggerRef={anchor}
    placement="bottom start"
    className={fields['popover'] ?? ''}
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
  >
    <ActionList label={label} groups={groups} onClose={onClose} />
  </Popover>
);
