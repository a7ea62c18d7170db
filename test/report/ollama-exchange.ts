import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

/** The OpenAI client in a page, calling Ollama 0.5.4, which doesn't know `x-stainless-timeout`. */
export const OLLAMA = sampleExchange(
  {
    preflight: samplePreflight(
      { headerNames: 'authorization,content-type,x-stainless-timeout' },
      {
        headerList: [
          [
            'Access-Control-Allow-Headers',
            'Authorization,Content-Type,User-Agent,Accept,X-Requested-With,X-Stainless-Lang,X-Stainless-Package-Version,X-Stainless-Os,X-Stainless-Arch,X-Stainless-Retry-Count,X-Stainless-Runtime,X-Stainless-Runtime-Version,X-Stainless-Async',
          ],
          ['Access-Control-Allow-Methods', 'GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS'],
          ['Access-Control-Allow-Origin', PAGE],
          ['Access-Control-Max-Age', '43200'],
          ['Vary', 'Origin'],
        ],
      },
    ),
  },
  {
    location: {
      url: `${PAGE}/src/chat.ts?token=s3cret-token-0123456789`,
      line: 12,
      column: 3,
      functionName: 'ask',
    },
  },
);
