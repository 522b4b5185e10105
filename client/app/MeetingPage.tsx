export const MeetingPage = () => <main id="main" />
