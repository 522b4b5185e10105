import { ChevronDown } from 'lucide-react'
import { type TimelineStage, timelineStages } from '../../../shared/content/timeline.ts'
import { type OfferPlace, offerPlaces } from '../../../shared/evidence/suggestPlace.ts'
import { MOST_TAKEN } from '../../../shared/wire/evidence.ts'
import { stageInWords } from '../../room/stageInWords.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import type { OfferRow } from './evidenceMessages.ts'
import styles from './ImportPreview.module.css'
import { placeWords } from './kindWords.ts'
import type { EvidenceImport } from './useEvidenceImport.ts'

type ChosenOffersProps = { shown: readonly OfferRow[]; importing: EvidenceImport }

/** Chooses all that is shown, and says of all that is chosen at once where it goes and of which stage it tells. */
export function ChosenOffers({ shown, importing }: ChosenOffersProps) {
  const { chosen, choices } = importing
  // More than can be added at once are not offered to be chosen at once.
  const choosable = shown.length > MOST_TAKEN ? null : shown.filter(importing.mayBeChosen)
  const putInStage = (stage: TimelineStage | null) => {
    choices.putInStage(chosen, stage)
    announce(`${chosen.length}: ${stage === null ? 'part of the response not named' : stageInWords[stage]}.`)
  }
  const put = (place: OfferPlace) => {
    choices.put(chosen, place)
    announce(`${chosen.length} go to ${placeWords[place]}.`)
  }
  return (
    <fieldset className={styles.tools}>
      <legend className="vh">What is chosen</legend>
      {choosable && choosable.length > 0 && (
        <Button size="sm" kind="quiet" onClick={() => choices.choose(choosable, true)}>
          Choose all {choosable.length} shown
        </Button>
      )}
      {chosen.length > 0 && (
        <>
          <Button size="sm" kind="quiet" onClick={choices.chooseNone}>
            Choose none
          </Button>
          <Menu
            align="start"
            trigger={
              <Button size="sm" kind="quiet">
                Set the part of {chosen.length} chosen <ChevronDown aria-hidden="true" />
              </Button>
            }
          >
            <MenuItem onSelect={() => putInStage(null)}>Not named</MenuItem>
            {timelineStages.map((stage) => (
              <MenuItem key={stage} onSelect={() => putInStage(stage)}>
                {stageInWords[stage]}
              </MenuItem>
            ))}
          </Menu>
          <Menu
            align="start"
            trigger={
              <Button size="sm" kind="quiet">
                Put {chosen.length} chosen <ChevronDown aria-hidden="true" />
              </Button>
            }
          >
            {offerPlaces.map((place) => (
              <MenuItem key={place} onSelect={() => put(place)}>
                {placeWords[place]}
              </MenuItem>
            ))}
          </Menu>
        </>
      )}
    </fieldset>
  )
}
