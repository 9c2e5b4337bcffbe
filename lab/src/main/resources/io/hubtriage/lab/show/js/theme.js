// Runs before anything is drawn, so that nothing flashes. "auto" follows the system.
(() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const choice = () => localStorage.getItem('theme') ?? 'auto';

  const apply = () => {
    const dark = choice() === 'dark' || (choice() === 'auto' && system.matches);
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    for (const button of document.querySelectorAll('[data-theme-choice]')) {
      button.setAttribute('aria-pressed', button.dataset.themeChoice === choice());
    }
    document.dispatchEvent(new Event('theme'));
  };

  system.addEventListener('change', apply);
  document.addEventListener('DOMContentLoaded', apply);
  document.addEventListener('click', event => {
    const button = event.target.closest?.('[data-theme-choice]');
    if (button) {
      localStorage.setItem('theme', button.dataset.themeChoice);
      apply();
    }
  });
  apply();
})();
