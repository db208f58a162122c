// Marks that scripts run; styles hide what only pages without scripts need.
document.documentElement.classList.add('js');

// After a refused form the summary of errors is what to read first.
document.querySelector('.error-summary')?.focus();
