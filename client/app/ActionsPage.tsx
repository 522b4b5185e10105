export const ActionsPage = () => <main id="main" />
