import { Evidence } from '../features/evidence/Evidence.tsx'
import { ImportAnywhere } from '../features/evidence/ImportAnywhere.tsx'
import { Material } from '../features/material/Material.tsx'
import { ReadinessList } from '../features/readiness/ReadinessList.tsx'
import { Roles } from '../features/roles/Roles.tsx'
import { ChangeStart } from '../features/schedule/ChangeStart.tsx'
import { Schedule } from '../features/schedule/Schedule.tsx'
import { Questions } from '../features/sealed-answers/Questions.tsx'
import { Timeline } from '../features/timeline/Timeline.tsx'
import { IncidentFacts } from '../features/triage/IncidentFacts.tsx'
import { Meetings } from '../features/triage/Meetings.tsx'
import styles from './PreparePage.module.css'
import { WhereItIsDone } from './WhereItIsDone.tsx'

/** What is done before the meeting. Each part of it has its own column, and shares one where there is no room for three. */
export const PreparePage = () => (
  <main id="main" className={styles.page} data-region="prepare">
    <div className={styles.readiness}>
      <Schedule />
      <Meetings />
      <Material moveMeeting={<ChangeStart verb="Move the meeting" />} />
      <ReadinessList linkTo={(key, title) => <WhereItIsDone itemKey={key} title={title} />} />
    </div>
    <div className={styles.work}>
      <IncidentFacts />
      <Roles />
      <Evidence />
      <ImportAnywhere />
      <div className={styles.timeline} id="draft-timeline">
        <Timeline title="Draft timeline" />
      </div>
    </div>
    <div className={styles.questions}>
      <Questions />
    </div>
  </main>
)
