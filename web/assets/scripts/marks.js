// Marks that scripts run; styles hide what only pages without scripts need.
document.documentElement.classList.add('js');

// After a refused form the summary of errors is what to read first, unless the page names a field to go on with.
if (!document.querySelector('[autofocus]')) document.querySelector('.error-summary')?.focus();
