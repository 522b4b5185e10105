export const StagePage = () => <main id="main" />
