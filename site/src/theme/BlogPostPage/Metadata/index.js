import React from 'react';
import Metadata from '@theme-original/BlogPostPage/Metadata';
import {PageMetadata} from '@docusaurus/theme-common';
import {useBlogPost} from '@docusaurus/plugin-content-blog/client';

/** What a link to the post shows elsewhere: the image that it names, or the picture that the build drew for it. */
export default function MetadataWithPicture(props) {
  const {metadata} = useBlogPost();
  const slug = metadata.frontMatter.slug;
  return (
    <>
      <Metadata {...props} />
      {!metadata.frontMatter.image && slug && <PageMetadata image={`img/posts${slug}.png`} />}
    </>
  );
}
