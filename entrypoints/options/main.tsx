/** The options page. */
import '../../components/style/base.css';
import '../../components/style/options.css';
import '../../components/style/options-forms.css';
import { mount } from '../../components/mount.tsx';
import { Options } from '../../components/Options.tsx';
import { text } from '../../lib/browser.ts';
import { useSetup } from './setup.ts';

function App() {
  const setup = useSetup();
  return setup && <Options setup={setup} />;
}

mount(<App />, text);
