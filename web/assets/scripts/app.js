import './marks.js';
import './theme.js';
import './keys.js';
import './combobox.js';
import './search.js';
import './print.js';
import './passkey.js';
import './draft.js';
