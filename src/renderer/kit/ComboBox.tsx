import { useState } from 'react';
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
  useFilter,
} from 'react-aria-components';
import { ChevronDown } from 'lucide-react';
import { ChoiceWords } from './ChoiceWords.tsx';
import type { Choice, ChoiceFieldProps } from './Fields.tsx';
import fields from './Fields.module.css';
import styles from './ComboBox.module.css';

/** More than these are not read through: typing narrows them. */
const SHOWN = 80;

/** A choice from a long list, the likely ones first: typing finds it, marks and case do not matter. */
export const ComboBox = <T extends string>(props: ChoiceFieldProps<T>) => {
  const { label, isLabelHidden, value, onChange, choices, placeholder, hint } = props;
  const { contains } = useFilter({ sensitivity: 'base' });
  const chosen = choices.find((choice) => choice.value === value);
  const [typed, setTyped] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const wanted = typed ?? '';
  // A closed list is not built at all: a screen may show a hundred of these.
  const shown = isOpen ? choices.filter((choice) => contains(choice.label, wanted)).slice(0, SHOWN) : [];
  return (
    <AriaComboBox
      value={value ?? null}
      onChange={(key) => {
        const next = choices.find((choice) => choice.value === key);
        // Emptied by typing: the old answer stays until there is another.
        if (next === undefined) return;
        setTyped(undefined);
        // Walking through with Tab chooses again what is chosen: that is no change.
        if (next.value !== value) onChange(next.value);
      }}
      inputValue={typed ?? chosen?.label ?? ''}
      onInputChange={(text) => setTyped(text === chosen?.label ? undefined : text)}
      onOpenChange={(open) => {
        setOpen(open);
        if (!open) setTyped(undefined);
      }}
      items={shown}
      allowsEmptyCollection
      menuTrigger="focus"
      className={fields['field'] ?? ''}
    >
      <Label className={isLabelHidden ? 'visuallyHidden' : (fields['label'] ?? '')}>{label}</Label>
      <div className={styles['box']}>
        <Input
          className={`${fields['input']} ${styles['input']}`}
          placeholder={placeholder ?? 'Choose'}
          onFocus={(event) => event.currentTarget.select()}
        />
        <AriaButton className={styles['open'] ?? ''}>
          <ChevronDown aria-hidden size={14} />
        </AriaButton>
      </div>
      {hint !== undefined && (
        <Text slot="description" className={fields['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <Popover className={fields['popover'] ?? ''}>
        <ListBox<Choice<T>>
          className={fields['list'] ?? ''}
          renderEmptyState={() => <p className={styles['nothing']}>Nothing is called “{wanted}”.</p>}
        >
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.label} className={fields['option'] ?? ''}>
              {({ isSelected }) => <ChoiceWords choice={choice} isChosen={isSelected} />}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
};
