export const ReportPage = () => <main id="main" />
