import { MapPinOff } from 'lucide-react'
import { useTexts } from '../language/LanguageContext.ts'
import type { AddressChange } from '../scenario/address.ts'
import { hrefOf } from '../scenario/address.ts'
import { without, withValue } from '../scenario/repair.ts'
import type { ScenarioProblem } from '../scenario/scenario.ts'
import { useWorkbench } from '../scenario/WorkbenchProvider.tsx'
import { StateMessage } from './StateMessage.tsx'
import { stateTexts } from './texts.ts'

const MOST_SHOWN = 12

/** Says which parts of the address do not fit, and what would. */
export function AddressState({ problems }: { readonly problems: readonly ScenarioProblem[] }) {
  const texts = useTexts(stateTexts)
  return (
    <StateMessage icon={MapPinOff} tone="bad" title={texts.address}>
      <p>{texts.addressHelp}</p>
      <ul className="problems">
        {problems.map(problem => (
          <ProblemItem key={`${problem.part} ${problem.found}`} problem={problem} />
        ))}
      </ul>
      <p>
        <a className="button soft" href={hrefOf('', {})}>
          {texts.start}
        </a>
      </p>
    </StateMessage>
  )
}

function ProblemItem({ problem }: { readonly problem: ScenarioProblem }) {
  const texts = useTexts(stateTexts)
  const { address, href } = useWorkbench()
  const { part, found, message, fits, meant } = problem
  const link = (change: AddressChange | null, text: string, className: string) =>
    change && (
      <a className={className} href={href(change)}>
        {text}
      </a>
    )
  const shown = fits.slice(0, MOST_SHOWN)
  return (
    <li data-problem={part}>
      <p className="problem-part">
        <code>{part.slice(0, 80) || texts.whole}</code> <span lang="en">{message}</span>
      </p>
      <p>
        {texts.says} <code>{found ?? texts.isMissing}</code>
      </p>
      {fits.length > 0 && (
        <p className="problem-fits">
          {texts.fits}:{' '}
          {shown.map(value => (
            <span key={value}>
              {link(withValue(address, part, value), value, 'fit') ?? <code>{value}</code>}{' '}
            </span>
          ))}
          {fits.length > shown.length && texts.more(fits.length - shown.length)}
        </p>
      )}
      <div className="actions">
        {meant !== undefined &&
          link(withValue(address, part, meant), texts.use(meant), 'button solid small')}
        {link(without(address, part), texts.without, 'button soft small')}
      </div>
    </li>
  )
}
