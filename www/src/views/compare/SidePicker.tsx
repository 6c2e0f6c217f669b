import { Plus, X } from 'lucide-react'
import { useTexts } from '../../language/LanguageContext.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { compareTexts } from './texts.ts'

interface Props {
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly sides: readonly string[]
}

/** Who or what stands on each of two or three sides. */
export function SidePicker({ options, sides }: Props) {
  const texts = useTexts(compareTexts)
  const { go } = useWorkbench()
  const set = (next: readonly string[]) => go({ sides: next }, { replace: true })
  const unused = options.find(({ id }) => !sides.includes(id))
  return (
    <div className="side-picker">
      {sides.map((side, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a side is its position
        <div key={index} className="side">
          <SelectField
            label={texts.side(index)}
            options={options}
            value={side}
            placeholder={options.some(({ id }) => id === side) ? '' : side}
            onChange={id => set(swapped(sides, index, id))}
          />
          {sides.length > 2 && (
            <IconButton
              icon={X}
              label={texts.remove(options.find(({ id }) => id === side)?.label ?? side)}
              onPress={() => set(sides.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {sides.length < 3 && unused && (
        <Button icon={Plus} variant="plain" onPress={() => set([...sides, unused.id])}>
          {texts.third}
        </Button>
      )}
    </div>
  )
}

/** The sides with another one in a place; where it stood already stands what it takes the place of. */
function swapped(sides: readonly string[], index: number, id: string): readonly string[] {
  return sides.map((other, at) => {
    if (at === index) return id
    return other === id ? (sides[index] ?? other) : other
  })
}
