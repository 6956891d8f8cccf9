import type { Stencil } from './stencil-groups.ts';

/** The template's picture, or the outline that elements of the type have. */
export function StencilPicture({ stencil }: { readonly stencil: Stencil }) {
  if (stencil.image !== null)
    return <img className="stencils-picture" src={stencil.image} alt="" draggable={false} />;
  const boundary = stencil.representation.endsWith('Boundary');
  return (
    <svg
      className="stencils-picture"
      viewBox="0 0 24 24"
      data-boundary={boundary || undefined}
      aria-hidden="true"
    >
      <Outline representation={stencil.representation} />
    </svg>
  );
}

function Outline({ representation }: { readonly representation: string }) {
  switch (representation) {
    case 'Ellipse':
      return <circle cx="12" cy="12" r="9" />;
    case 'ParallelLines':
      return <path d="M3 7h18M3 17h18" />;
    case 'Line':
      return <path d="M3 18Q9 5 20 8M20 8l-5-2M20 8l-4 4" />;
    case 'LineBoundary':
      return <path d="M4 20Q8 6 20 4" strokeDasharray="3 2" />;
    case 'BorderBoundary':
      return <rect x="3" y="5" width="18" height="14" strokeDasharray="3 2" />;
    case 'Annotation':
      return <path d="M5 6h14M12 6v13" />;
    default:
      return <rect x="3" y="6" width="18" height="12" />;
  }
}
