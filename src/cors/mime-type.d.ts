/** The parser alone: the package's main file brings its sniffing of bodies, too. */
declare module 'whatwg-mimetype/lib/mime-type.js' {
  import { MIMEType } from 'whatwg-mimetype';

  export default MIMEType;
}
